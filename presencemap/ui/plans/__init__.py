"""My coming days: a week of rows that says where I will be."""
