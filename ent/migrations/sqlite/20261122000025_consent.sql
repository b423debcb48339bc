-- +goose Up
-- create "consent_changes" table
CREATE TABLE `consent_changes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `subscribed` bool NOT NULL, `at` datetime NOT NULL, `source` text NOT NULL, `actor` text NOT NULL, `proof` json NULL, `user_id` integer NOT NULL, CONSTRAINT `consent_changes_users_consent_changes` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "consentchange_user_id_id" to table: "consent_changes"
CREATE INDEX `consentchange_user_id_id` ON `consent_changes` (`user_id`, `id`);
-- create "signups" table
CREATE TABLE `signups` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `email` text NOT NULL, `email_key` text NOT NULL, `first_name` text NOT NULL, `last_name` text NOT NULL, `proof` json NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `link_id` integer NOT NULL, CONSTRAINT `signups_links_signup` FOREIGN KEY (`link_id`) REFERENCES `links` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "signups_link_id_key" to table: "signups"
CREATE UNIQUE INDEX `signups_link_id_key` ON `signups` (`link_id`);
-- create index "signup_email_key" to table: "signups"
CREATE INDEX `signup_email_key` ON `signups` (`email_key`);
-- create index "signup_expires_at" to table: "signups"
CREATE INDEX `signup_expires_at` ON `signups` (`expires_at`);
-- create "throttles" table
CREATE TABLE `throttles` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` blob NOT NULL, `times` json NOT NULL, `expires_at` datetime NOT NULL);
-- create index "throttles_key_key" to table: "throttles"
CREATE UNIQUE INDEX `throttles_key_key` ON `throttles` (`key`);
-- create index "throttle_expires_at" to table: "throttles"
CREATE INDEX `throttle_expires_at` ON `throttles` (`expires_at`);
