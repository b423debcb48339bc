-- +goose Up
-- create index "account_revoked" to table: "accounts"
CREATE INDEX `account_revoked` ON `accounts` (`user_id`) WHERE revoked_at IS NOT NULL;
-- create index "user_invited" to table: "users"
CREATE INDEX `user_invited` ON `users` (`link_expires_at`, `id`) WHERE account_state = 'INVITED' AND link_expires_at IS NOT NULL;
