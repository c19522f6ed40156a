import ApusCommand

EntryPoint.main()
