-- +goose Up
-- add columns to table: "messages"
ALTER TABLE `messages` ADD COLUMN `doubtful` bool NOT NULL DEFAULT (false);
ALTER TABLE `messages` ADD COLUMN `batch_id` integer NULL;
-- what was tried before may have been taken over
UPDATE `messages` SET `doubtful` = true WHERE `state` = 'QUEUED' AND `attempts` > 0;
-- create index "message_batch_id_id" to table: "messages"
CREATE INDEX `message_batch_id_id` ON `messages` (`batch_id`, `id`) WHERE batch_id IS NOT NULL;
-- create "paces" table
CREATE TABLE `paces` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name` text NOT NULL, `next_at` datetime NOT NULL);
-- create index "paces_name_key" to table: "paces"
CREATE UNIQUE INDEX `paces_name_key` ON `paces` (`name`);
