using System;
using System.IO;
using System.Xml;

namespace ExchangeNamespace.Text;

/// <summary>XML that comes from elsewhere: no document type, no entity, nothing fetched, and a bound on its length.</summary>
internal static class ForeignXml
{
    private const string Declaration = "<?xml";

    /// <summary>Opens a document at its first element or text.</summary>
    /// <param name="stream">The document; the caller closes it.</param>
    /// <param name="longest">The characters that it may have.</param>
    /// <param name="ignoreWhitespace">Whether white space between elements is passed over.</param>
    /// <returns>The reader; its caller disposes of it.</returns>
    /// <exception cref="XmlException">The document is no XML.</exception>
    public static XmlReader Open(Stream stream, long longest, bool ignoreWhitespace = false)
    {
        XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = longest,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = ignoreWhitespace,
            CloseInput = false,
        });
        try
        {
            reader.MoveToContent();
            return reader;
        }
        catch (ArgumentException exception)
        {
            // .NET miscounts where a declaration has bytes of another encoding before it names its own.
            reader.Dispose();
            throw new XmlException("The XML declaration is damaged.", exception, 1, Declaration.Length + 1);
        }
    }
}
