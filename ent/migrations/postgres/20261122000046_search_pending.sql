-- +goose Up
-- What is new waits in a list that every search reads whole: up to 4 MB by default, and that took longer than the search itself.
ALTER INDEX "user_search_trigrams" SET (gin_pending_list_limit = 256);
ALTER INDEX "message_search_trigrams" SET (gin_pending_list_limit = 256);
