-- Grain: One programme, policy or campaign.
-- The vocabulary gives years, for the laws seldom agree on the day.
SELECT
    programme_id,
    kind,
    name_en,
    label_vi,
    legal_basis,
    cast(valid_from AS INTEGER) AS first_year,
    cast(valid_to AS INTEGER) AS last_year,
    funding_source AS funding_kind,
    certainty
FROM vocabulary_programmes
