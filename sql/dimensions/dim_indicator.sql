-- Grain: One statistical variable.
-- What a figure measures, apart from whom, where and when. `additivity` says what may be summed: a stock (SEMI) not
-- over time, a rate (NON) not at all.
SELECT
    indicator_id,
    mart,
    name_en,
    label_vi,
    measure_type,
    stock_flow,
    default_unit,
    additivity,
    note
FROM vocabulary_indicators
