import tensorflow as tf

tokenizer = tf.keras.preprocessing.text.Tokenizer(None, ".,", True, " ", False, None, 100)

result = {"documents": tokenizer.document_count}
