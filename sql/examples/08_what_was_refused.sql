-- Which files could not be read, why, and what is to be done?
SELECT
    document,
    title_vi,
    detail,
    remedy_vi
FROM rejected_document
ORDER BY document
