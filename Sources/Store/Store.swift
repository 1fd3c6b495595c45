// Owns the database.
