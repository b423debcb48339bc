-- +goose Up
-- create "settings" table
CREATE TABLE `settings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `activity_retention_days` integer NULL, `keep_unknown_activities` bool NOT NULL DEFAULT (false), `redirect_origins` json NOT NULL, `nudge_before_expiry` bool NOT NULL DEFAULT (false));
