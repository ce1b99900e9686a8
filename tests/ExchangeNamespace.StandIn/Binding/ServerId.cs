using System;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>Names a server: by name, or a server object from the pipeline.</summary>
public sealed class ServerId : ObjectId
{
    /// <summary>Reads a server name.</summary>
    /// <exception cref="FormatException">Not a server name.</exception>
    public ServerId(string text)
        : base(text)
    {
        if (!HostName.IsValid(text))
        {
            throw new FormatException("'" + text + "' is not a server name.");
        }
    }

    /// <summary>Takes the name of a server object.</summary>
    /// <exception cref="FormatException">Not a server object.</exception>
    public ServerId(StandInObject source)
        : base(source is { Key: var key, Kind: var kind } && key == kind ? source.Identity : string.Empty)
    {
    }
}
