using SoftNo.Cli;

return await CommandLine.Run(args).ConfigureAwait(false);
