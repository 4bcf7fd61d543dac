import tensorflow as tf

layer = tf.keras.layers.Embedding(10, 4, "uniform", None, None, "non_neg")
result = {"has a constraint": layer.embeddings_constraint is not None, "masks zeros": bool(layer.mask_zero)}
