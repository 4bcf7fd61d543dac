from tensorflow.keras.preprocessing.image import load_img

result = callable(load_img)
