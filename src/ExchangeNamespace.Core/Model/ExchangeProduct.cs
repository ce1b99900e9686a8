namespace ExchangeNamespace.Model;

/// <summary>The product generations of on-premises Exchange, oldest first.</summary>
public enum ExchangeProduct
{
    /// <summary>Exchange Server 2007 (8.0 to 8.3).</summary>
    Exchange2007,

    /// <summary>Exchange Server 2010 (14.0 to 14.3).</summary>
    Exchange2010,

    /// <summary>Exchange Server 2013 (15.0).</summary>
    Exchange2013,

    /// <summary>Exchange Server 2016 (15.1).</summary>
    Exchange2016,

    /// <summary>Exchange Server 2019 (15.2 below build 2562).</summary>
    Exchange2019,

    /// <summary>Exchange Server Subscription Edition (15.2 from build 2562).</summary>
    ExchangeSE,
}
