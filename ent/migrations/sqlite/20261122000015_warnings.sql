-- +goose Up
-- modify "changes" table
ALTER TABLE `changes` ADD COLUMN `overridden` json NULL;
-- modify "messages" table
ALTER TABLE `messages` ADD COLUMN `to_key` text NOT NULL DEFAULT ('');
-- create index "message_to_key" to table: "messages"
CREATE INDEX `message_to_key` ON `messages` (`to_key`);
