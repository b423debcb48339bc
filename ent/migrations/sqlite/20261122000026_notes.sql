-- +goose Up
-- modify "users" table
ALTER TABLE `users` ADD COLUMN `note_version` integer NOT NULL DEFAULT (0);
