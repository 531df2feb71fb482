-- What does a column mean, in which unit is it, and what is it taken from?
SELECT
    meta.column_name,
    meta.unit,
    meta.description,
    string_agg(lineage.source_table || '.' || lineage.source_column, ', ' ORDER BY lineage.source_column) AS taken_from
FROM meta_column AS meta
LEFT JOIN meta_column_lineage AS lineage
    ON meta.table_name = lineage.table_name AND meta.column_name = lineage.column_name
WHERE meta.table_name = 'mart_housing' AND meta.unit IS NOT NULL
GROUP BY meta.column_name, meta.unit, meta.description, meta.position
ORDER BY meta.position
