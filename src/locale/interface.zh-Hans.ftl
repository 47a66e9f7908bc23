skip-to-content = 跳到正文
