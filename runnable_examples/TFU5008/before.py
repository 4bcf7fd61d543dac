import sqlite3

import tensorflow as tf

with open("points.csv", "w") as file:
    file.write("x,y\n1,10\n2,20\n")
with sqlite3.connect("points.db") as database:
    database.execute("create table points (x int, y int)")
    database.execute("insert into points values (1, 10), (2, 20)")

rows = tf.data.experimental.CsvDataset("points.csv", [tf.int32, tf.int32], header=True)
batches = tf.data.experimental.make_csv_dataset("points.csv", 2, label_name="y", num_epochs=1, shuffle=False)
query = tf.data.experimental.SqlDataset("sqlite", "points.db", "select x, y from points", (tf.int32, tf.int32))

result = {
    "CsvDataset": [[int(x), int(y)] for x, y in rows],
    "make_csv_dataset": [[features["x"].numpy(), y] for features, y in batches],
    "SqlDataset": [[int(x), int(y)] for x, y in query],
}
