-- +goose Up
-- Where a search finds many, the list is walked by name and each text is looked at: here without reading a single row.
-- Only for SQLite: an entry of PostgreSQL's index could not hold the longest text, and its planner finds other ways.
CREATE INDEX user_walk ON users (sort_last_name, id, search) WHERE deleted_at IS NULL;
