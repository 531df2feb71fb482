-- Grain: One group of persons or households that figures are about.
SELECT
    population_id,
    facet,
    name_en,
    label_vi,
    parent_id,
    note
FROM vocabulary_population_groups
