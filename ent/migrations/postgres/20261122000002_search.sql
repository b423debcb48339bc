-- +goose Up
-- Search over users: every trigram of users.search.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX user_search_trigrams ON users USING gin (search gin_trgm_ops);
