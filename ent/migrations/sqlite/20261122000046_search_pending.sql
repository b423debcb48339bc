-- +goose Up
-- Only PostgreSQL keeps such a list: FTS5 merges while it writes.
SELECT 1;
