-- +goose Up
-- modify "settings" table
ALTER TABLE "settings" ADD COLUMN "default_locale" character varying NOT NULL DEFAULT 'en';
-- digests have words of their own in each language; nobody edited them yet
INSERT INTO "templates" ("created_at", "updated_at", "kind", "locale") VALUES
  ('2026-11-23 00:00:00+00', '2026-11-23 00:00:00+00', 'DIGEST', 'en'), ('2026-11-23 00:00:00+00', '2026-11-23 00:00:00+00', 'DIGEST', 'de'), ('2026-11-23 00:00:00+00', '2026-11-23 00:00:00+00', 'DIGEST', 'fr'), ('2026-11-23 00:00:00+00', '2026-11-23 00:00:00+00', 'DIGEST', 'es'), ('2026-11-23 00:00:00+00', '2026-11-23 00:00:00+00', 'DIGEST', 'nb');
