-- +goose Up
-- Messages from before are found by what is known of them now; their text is folded as far as SQL can.
UPDATE messages SET search = lower(coalesce((SELECT first_name || ' ' || last_name FROM users WHERE users.id = messages.user_id), '')
  || char(10) || "to" || char(10) || subject) WHERE search = '';
-- Search over messages: every trigram of messages.search, kept by triggers, as user_search is.
CREATE VIRTUAL TABLE message_search USING fts5(search, content='messages', content_rowid='id', tokenize='trigram case_sensitive 1', detail=none);
INSERT INTO message_search(message_search) VALUES ('rebuild');
-- +goose StatementBegin
CREATE TRIGGER message_search_insert AFTER INSERT ON messages BEGIN
  INSERT INTO message_search(rowid, search) VALUES (new.id, new.search);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER message_search_update AFTER UPDATE OF search ON messages WHEN old.search <> new.search BEGIN
  INSERT INTO message_search(message_search, rowid, search) VALUES ('delete', old.id, old.search);
  INSERT INTO message_search(rowid, search) VALUES (new.id, new.search);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER message_search_delete AFTER DELETE ON messages BEGIN
  INSERT INTO message_search(message_search, rowid, search) VALUES ('delete', old.id, old.search);
END;
-- +goose StatementEnd
