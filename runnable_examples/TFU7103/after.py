import tensorflow as tf

table = tf.constant([1.4, 2.6, 3.5])
rounded = tf.map_fn(lambda x: tf.cast(tf.round(x), tf.int32), table, fn_output_signature=tf.int32)

result = {
    "rounded": rounded,
    "picked": tf.gather(table, [0, 2]),
    "dimensions": rounded.shape.rank,
}
