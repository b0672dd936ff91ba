"""Claims and what may be paid: domain, catalogue, checks, policy, services, store, reports. No Qt, no pictures."""
