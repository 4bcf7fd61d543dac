import tensorflow as tf

if hasattr(tf.keras.layers, "StringLookup"):
    StringLookup = tf.keras.layers.StringLookup
else:
    StringLookup = tf.keras.layers.experimental.preprocessing.StringLookup

layer = StringLookup(vocabulary=["cat", "dog"])
result = {"indices": layer(tf.constant(["cat", "dog", "cow"])).numpy(), "vocabulary": layer.get_vocabulary()}
