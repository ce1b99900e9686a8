using System;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>Names one object: its text, or the object itself from the pipeline. The engine converts arguments by these constructors.</summary>
public class ObjectId
{
    private readonly string _text;

    /// <summary>Reads an identity.</summary>
    /// <exception cref="FormatException">Empty.</exception>
    public ObjectId(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FormatException("An identity cannot be empty.");
        }

        _text = text;
    }

    /// <summary>Takes the identity of an object.</summary>
    public ObjectId(StandInObject source)
        : this(source?.Identity ?? string.Empty)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => _text;
}
