-- +goose Up
-- create index "user_never_signed_in" to table: "users"
CREATE INDEX "user_never_signed_in" ON "users" ("sort_last_name", "id") WHERE (last_sign_in_at IS NULL);
