"""Images and boxes around networks: `import torchvision`."""
