from tensorflow.keras.preprocessing.text import Tokenizer

tokenizer = Tokenizer(num_words=10)
tokenizer.fit_on_texts(["good film", "bad film"])
result = tokenizer.texts_to_sequences(["good bad film"])
