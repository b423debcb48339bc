-- +goose Up
-- create index "message_provider_id" to table: "messages"
CREATE INDEX `message_provider_id` ON `messages` (`provider_id`) WHERE provider_id IS NOT NULL;
-- create "reports" table
CREATE TABLE `reports` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `event_id` text NOT NULL, `at` datetime NOT NULL);
-- create index "reports_event_id_key" to table: "reports"
CREATE UNIQUE INDEX `reports_event_id_key` ON `reports` (`event_id`);
-- create index "report_at" to table: "reports"
CREATE INDEX `report_at` ON `reports` (`at`);
