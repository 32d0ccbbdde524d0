-- The key that signs links in letters; one row, made when first needed, the same for all nodes.
CREATE TABLE newsletter_key (
  id     INT           NOT NULL PRIMARY KEY,
  secret VARBINARY(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
