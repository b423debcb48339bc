-- +goose Up
-- Messages from before are found by what is known of them now; their text is folded as far as SQL can.
UPDATE messages SET search = lower(coalesce((SELECT first_name || ' ' || last_name FROM users WHERE users.id = messages.user_id), '')
  || chr(10) || "to" || chr(10) || subject) WHERE search = '';
-- Search over messages: every trigram of messages.search.
CREATE INDEX message_search_trigrams ON messages USING gin (search gin_trgm_ops);
