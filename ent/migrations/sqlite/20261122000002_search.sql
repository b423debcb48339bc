-- +goose Up
-- Search over users: every trigram of users.search. A trigger keeps it, not a hook, so that no road around Ent
-- leaves it behind. detail=none keeps it small; the list helper verifies what it finds.
CREATE VIRTUAL TABLE user_search USING fts5(search, content='users', content_rowid='id', tokenize='trigram case_sensitive 1', detail=none);
-- +goose StatementBegin
CREATE TRIGGER user_search_insert AFTER INSERT ON users BEGIN
  INSERT INTO user_search(rowid, search) VALUES (new.id, new.search);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER user_search_update AFTER UPDATE OF search ON users WHEN old.search <> new.search BEGIN
  INSERT INTO user_search(user_search, rowid, search) VALUES ('delete', old.id, old.search);
  INSERT INTO user_search(rowid, search) VALUES (new.id, new.search);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER user_search_delete AFTER DELETE ON users BEGIN
  INSERT INTO user_search(user_search, rowid, search) VALUES ('delete', old.id, old.search);
END;
-- +goose StatementEnd
