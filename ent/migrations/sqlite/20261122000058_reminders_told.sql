-- +goose Up
-- create index "message_reminder_id" to table: "messages"
CREATE INDEX `message_reminder_id` ON `messages` (`reminder_id`) WHERE reminder_id IS NOT NULL;
