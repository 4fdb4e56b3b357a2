using SoftNo.Server;

return await Serving.Run(args).ConfigureAwait(false);
