-- Grain: One amount that a rule sets, or a band of what is plausible, with all that says where it applies.
-- Lists are null where the norm does not say: any indicator of the count, any group, any programme.
SELECT
    norm_id,
    norm_key,
    kind,
    regexp_split_to_array(amount_indicators, ' *; *') AS amount_indicators,
    regexp_split_to_array(count_indicators, ' *; *') AS count_indicators,
    regexp_split_to_array(count_units, ' *; *') AS count_units,
    regexp_split_to_array(population_groups, ' *; *') AS population_groups,
    regexp_split_to_array(programmes, ' *; *') AS programmes,
    place AS place_code,
    unit,
    cast(low AS DECIMAL(18, 6)) AS low,
    cast(high AS DECIMAL(18, 6)) AS high,
    basis,
    cast(months_max AS INTEGER) AS months_max,
    cast(valid_from AS DATE) AS valid_from,
    cast(valid_to AS DATE) AS valid_to,
    certainty,
    source,
    note
FROM vocabulary_norms
