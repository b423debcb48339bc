-- +goose Up
-- modify "exports" table
ALTER TABLE `exports` ADD COLUMN `is_mailed` bool NOT NULL DEFAULT (false);
-- what tells of a file has words of its own in each language; nobody edited them yet
INSERT INTO `templates` (`created_at`, `updated_at`, `kind`, `locale`) VALUES
  ('2026-11-23 00:00:00+00:00', '2026-11-23 00:00:00+00:00', 'EXPORT_READY', 'en'), ('2026-11-23 00:00:00+00:00', '2026-11-23 00:00:00+00:00', 'EXPORT_READY', 'de'), ('2026-11-23 00:00:00+00:00', '2026-11-23 00:00:00+00:00', 'EXPORT_READY', 'fr'), ('2026-11-23 00:00:00+00:00', '2026-11-23 00:00:00+00:00', 'EXPORT_READY', 'es'), ('2026-11-23 00:00:00+00:00', '2026-11-23 00:00:00+00:00', 'EXPORT_READY', 'nb');
