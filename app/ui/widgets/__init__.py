"""Small widgets that know nothing of claims: badges, money, empty states, the page viewer."""
