-- Which figures did a person correct, what is printed and what was meant, and which records no longer fit their source?
SELECT
    state,
    value_printed,
    value,
    corrected_value,
    corrected_unit,
    author,
    coalesce(refusal_vi, reason) AS reason
FROM fact_correction
ORDER BY state, document, correction_id
