import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

generator = ImageDataGenerator(rescale=0.5)
result = generator.standardize(np.ones((1, 2, 1)))
