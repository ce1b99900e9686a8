using System;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>Names a virtual directory: <c>server\name (site)</c>, a wildcard, or a virtual directory from the pipeline.</summary>
public sealed class VirtualDirectoryId : ObjectId
{
    /// <summary>Reads an identity.</summary>
    public VirtualDirectoryId(string text)
        : base(text)
    {
    }

    /// <summary>Takes the identity of a virtual directory.</summary>
    /// <exception cref="FormatException">Another kind of object.</exception>
    public VirtualDirectoryId(StandInObject source)
        : base(source is StandInVirtualDirectory ? source.Identity : string.Empty)
    {
    }
}
