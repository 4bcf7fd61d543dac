"""What people write and the lab measures: records, loading, and the contract between them."""
