import tensorflow as tf

tokenizer = tf.keras.preprocessing.text.Tokenizer(None, ".,", True, " ", False, None, document_count=100)

result = {"documents": tokenizer.document_count}
