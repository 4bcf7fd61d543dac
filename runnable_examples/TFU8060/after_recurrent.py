from tensorflow.keras.layers import LSTM

result = LSTM(3, dropout=0.5).get_config()["units"]
