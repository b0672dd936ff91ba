"""Store: tables, unit of work, read queries, migrations, and the content-addressed page store."""
