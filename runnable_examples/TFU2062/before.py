import tensorflow as tf

layer = tf.keras.layers.experimental.preprocessing.StringLookup(vocabulary=["cat", "dog"])
result = {"indices": layer(tf.constant(["cat", "dog", "cow"])).numpy(), "vocabulary": layer.get_vocabulary()}
