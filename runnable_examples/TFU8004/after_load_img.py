import numpy as np
from tensorflow.keras.preprocessing.image import load_img, save_img

save_img("one.png", np.zeros([2, 3, 1]))
result = load_img("one.png", target_size=(4, 4)).size
