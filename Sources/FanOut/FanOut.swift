// FanOut
