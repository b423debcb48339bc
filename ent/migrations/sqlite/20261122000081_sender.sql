-- +goose Up
-- add column "from" to table: "messages"
ALTER TABLE `messages` ADD COLUMN `from` text NULL;
